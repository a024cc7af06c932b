package io.tenantry.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class ProgramsTest {
    @TempDir
    Path folder;

    @Test
    void onWindowsAProgramIsFoundByItsNameAlone() throws Exception {
        Path az = program("az.cmd");
        program("az"); // npm and others put a script of bash beside it
        Path java = program("java.exe");
        Programs programs = Programs.onWindows(List.of("", "\u0000", folder + "/none", folder.toString()));

        assertEquals(Optional.of(az.toString()), programs.find("az"));
        assertEquals(Optional.of(az.toString()), programs.find("az.cmd"));
        assertEquals(Optional.of(java.toString()), programs.find("java"));
        assertEquals(Optional.of(az.toString()), programs.find(folder + "/az"));
        assertEquals(Optional.empty(), programs.find("terraform"));
    }

    @Test
    void elsewhereItsNameIsAllOfIt() throws Exception {
        Path az = program("az");
        program("m365.cmd");
        Programs programs = new Programs(List.of(folder.toString()), List.of());

        assertEquals(Optional.of(az.toString()), programs.find("az"));
        assertEquals(Optional.empty(), programs.find("m365"));
    }

    @Test
    void thePathOfThisMachineIsSearched() {
        String shell = System.getProperty("os.name").startsWith("Windows") ? "cmd" : "sh";
        assertTrue(Programs.ofThisMachine().find(shell).isPresent());
    }

    private Path program(String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
