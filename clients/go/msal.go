package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"

	"github.com/AzureAD/microsoft-authentication-library-for-go/apps/confidential"
	"github.com/AzureAD/microsoft-authentication-library-for-go/apps/public"
)

var (
	anything = context.Background()
	appScope = []string{"https://graph.microsoft.com/.default"}
	user     = []string{"User.Read"}
)

func authority() string { return "https://login.microsoftonline.com/" + given("SOURCE_TENANT") }

func desk() public.Client {
	return must(public.New(given("PUBLIC_CLIENT_ID"), public.WithAuthority(authority())))
}

func withSecret(id, secret string) confidential.Client {
	return must(confidential.New(authority(), id, must(confidential.NewCredFromSecret(secret))))
}

// me asks Graph, without any library, whose token it is.
func me(token string) {
	request := must(http.NewRequest("GET", "https://graph.microsoft.com/v1.0/me", nil))
	request.Header.Set("Authorization", "Bearer "+token)
	answer := must(http.DefaultClient.Do(request))
	defer answer.Body.Close()
	var found struct{ UserPrincipalName string }
	must(found, json.NewDecoder(answer.Body).Decode(&found))
	expect(found.UserPrincipalName == given("USER_NAME"), answer.StatusCode, found)
}

// withMsal signs in by MSAL for Go in each way that it knows.
func withMsal() {
	step("secret", func() {
		application := withSecret(given("CLIENT_ID"), given("CLIENT_SECRET"))
		first := must(application.AcquireTokenByCredential(anything, appScope))
		again := must(application.AcquireTokenByCredential(anything, appScope))
		expect(again.AccessToken == first.AccessToken, "another token than the one in the cache")
	})
	step("certificate", func() {
		certificates, key, err := confidential.CertFromPEM(must(os.ReadFile(given("CERTIFICATE"))), "")
		credential := must(confidential.NewCredFromCert(must(certificates, err), key))
		for _, options := range [][]confidential.Option{nil, {confidential.WithX5C()}} {
			application := must(confidential.New(authority(), given("CLIENT_ID"), credential, options...))
			must(application.AcquireTokenByCredential(anything, appScope))
		}
	})
	step("password", func() {
		application := desk()
		result := must(application.AcquireTokenByUsernamePassword(anything, user, given("USER_NAME"), given("USER_PASSWORD")))
		again := must(application.AcquireTokenSilent(anything, user, public.WithSilentAccount(result.Account)))
		expect(again.AccessToken == result.AccessToken, "another token than the one in the cache")
		me(again.AccessToken)
	})
	step("device code", func() {
		code := must(desk().AcquireTokenByDeviceCode(anything, user))
		must(browse(code.Result.VerificationURL, code.Result.UserCode))
		me(must(code.AuthenticationResult(anything)).AccessToken)
	})
	step("code", func() {
		open := public.WithOpenURL(func(url string) error {
			go browse(url)
			return nil
		})
		me(must(desk().AcquireTokenInteractive(anything, user, open)).AccessToken)
	})
	step("on behalf", func() {
		front := must(desk().AcquireTokenByUsernamePassword(anything, []string{given("API_SCOPE")}, given("USER_NAME"), given("USER_PASSWORD")))
		me(must(withSecret(given("API_ID"), given("API_SECRET")).AcquireTokenOnBehalfOf(anything, front.AccessToken, user)).AccessToken)
	})
}
