# The commands of Tenantry in PowerShell (5.1 and 7): finds a JDK, and leaves the rest to the launcher (io.tenantry.launcher).
# Mistakes end with one line on stderr and exit code 2. No param block: options are the launcher's, as they are typed.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$target = Join-Path $root 'target'
$jar = Join-Path $target 'quarkus-app/quarkus-run.jar'
$exe = if ($env:OS -eq 'Windows_NT') { '.exe' } else { '' }
$separator = [IO.Path]::PathSeparator

function Fail([string] $message) {
    [Console]::Error.WriteLine("tenantry: $message")
    exit 2
}

# ---- JDK: the newest one runs the server, the oldest suitable one builds it

$places = @($env:JAVA_HOME)
$onPath = Get-Command java -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($onPath) { $places += Split-Path (Split-Path $onPath.Source) }
$folders = '/usr/lib/jvm/*', '/opt/*', '/Library/Java/JavaVirtualMachines/*/Contents/Home', "$HOME/.sdkman/candidates/java/*", "$HOME/.jdks/*"
if ($env:ProgramFiles) {
    foreach ($vendor in 'Eclipse Adoptium', 'Java', 'Microsoft', 'Amazon Corretto', 'Zulu', 'BellSoft') { $folders += "$env:ProgramFiles/$vendor/*" }
}
$places += $folders | Where-Object { Test-Path $_ } | ForEach-Object { Resolve-Path $_ } | ForEach-Object { $_.Path }
$jdks = foreach ($place in $places | Where-Object { $_ } | Select-Object -Unique) {
    $release = Join-Path $place 'release'
    if ((Test-Path (Join-Path $place "bin/java$exe")) -and (Test-Path $release)) {
        $line = Select-String -Path $release -Pattern '^JAVA_VERSION="(\d+)(?:\.(\d+))?(?:\.(\d+))?' | Select-Object -First 1
        if ($line) {
            $part = $line.Matches[0].Groups
            $rank = [int] $part[1].Value * 1000000 + [int] ('0' + $part[2].Value) * 1000 + [int] ('0' + $part[3].Value)
            $version = $line.Line -replace '^JAVA_VERSION="([^"]*)".*', '$1'
            if ($rank -ge 17000000) { [pscustomobject] @{ Home = $place; Rank = $rank; Version = $version; Full = Test-Path (Join-Path $place "bin/javac$exe") } }
        }
    }
}
$newest = $jdks | Sort-Object Rank -Descending | Select-Object -First 1
$builder = $jdks | Where-Object Full | Sort-Object Rank | Select-Object -First 1
if (-not $newest) { Fail 'no JDK 17 or newer found (JAVA_HOME, PATH, Program Files, the usual folders); install one or set JAVA_HOME' }
$java = Join-Path $newest.Home "bin/java$exe"
$buildHome = if ($builder) { $builder.Home } else { $newest.Home }

# ---- Commands

function Test-Stale {
    if (-not (Test-Path $jar)) { return $true }
    $built = (Get-Item $jar).LastWriteTimeUtc
    $sources = (Join-Path $root 'pom.xml'), (Join-Path $root 'src/main') | Where-Object { Test-Path $_ }
    [bool] ($sources | ForEach-Object { Get-Item $_; Get-ChildItem $_ -Recurse } | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

# The launcher as it was built, or out of its sources where that is not what they say.
function Get-LauncherClasses([bool] $built) {
    if ($built -and (Test-Path $jar)) { return ((Get-ChildItem (Join-Path $target 'quarkus-app/app/tenantry-*.jar')).FullName -join $separator) }
    if (-not $builder) { Fail "it has to be built and $($newest.Home) is no full JDK: javac is missing" }
    $classes = Join-Path $target 'launcher'
    New-Item -ItemType Directory -Force $classes | Out-Null
    $sources = (Get-ChildItem (Join-Path $root 'src/main/java/io/tenantry/launcher/*.java')).FullName
    & (Join-Path $buildHome "bin/javac$exe") --release 17 -d $classes -sourcepath (Join-Path $root 'src/main/java') $sources
    if ($LASTEXITCODE -ne 0) { Fail 'the launcher cannot be compiled' }
    "$classes$separator$(Join-Path $root 'src/main/resources')"
}

$command = if ($args.Count -gt 0) { $args[0] } else { '' }
$flags = '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', "-Dtenantry.root=$root"
if ($command -ne 'start' -and ($command -ne 'build' -or $args.Count -gt 1)) {
    & $java $flags -cp (Get-LauncherClasses $true) io.tenantry.launcher.Launcher @args
    exit $LASTEXITCODE
}
Write-Output "tenantry: Java $($newest.Version) in $($newest.Home)"
$kind = if ($env:TENANTRY_NO_CACHE) { 'plain' } else { 'cached' }
$options = Join-Path $target "$kind-$($newest.Version).options"
$stale = Test-Stale
if ($stale -or -not (Test-Path $options) -or (Get-Item $options).LastWriteTimeUtc -le (Get-Item $jar).LastWriteTimeUtc) {
    & $java $flags -cp (Get-LauncherClasses (-not $stale)) io.tenantry.launcher.Launcher prepare $root $buildHome $options @args
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
if ($command -eq 'build') { exit 0 }
$jvm = @()
if (Test-Path $options) { $jvm += "@$options" }
if ("$env:TENANTRY_JAVA_OPTS" -notmatch '-XX:\+Use\w*GC') { $jvm += '-XX:+UseParallelGC' }
if ($env:TENANTRY_JAVA_OPTS) { $jvm += $env:TENANTRY_JAVA_OPTS -split '\s+' }
& $java $jvm -jar $jar @args
exit $LASTEXITCODE
