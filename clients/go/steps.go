// Clients in Go, as published.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

var failed bool

// step says of a step whether it passed; what does not need it goes on.
func step(name string, act func()) {
	defer func() {
		if wrong := recover(); wrong != nil {
			failed = true
			fmt.Printf("%+v\nfailed %s: %.300s\n", wrong, name, strings.Join(strings.Fields(fmt.Sprint(wrong)), " "))
		}
	}()
	act()
	fmt.Println("passed", name)
}

// must ends the step where something failed.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func expect(true bool, values ...any) {
	if !true {
		panic(fmt.Sprint(append([]any{"not as expected: "}, values...)...))
	}
}

func given(name string) string { return os.Getenv(name) }

// browse does what a person does in a browser.
func browse(words ...string) ([]byte, error) { return exec.Command(given("BROWSE"), words...).Output() }

func main() {
	map[string]func(){"msal": withMsal, "graph": withGraphCore}[os.Args[1]]()
	if failed {
		os.Exit(1)
	}
}
