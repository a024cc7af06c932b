@echo off
rem The commands of Tenantry in cmd: those of tenantry.ps1, with the PowerShell that every Windows has.
powershell.exe -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0tenantry.ps1" %*
exit /b %ERRORLEVEL%
