@echo off
rem Lance verifqis : verifqis verifier reddition.xlsx, ou verifqis servir --ouvrir pour la page dans le navigateur.
setlocal
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
set "VERSION="
for /f "tokens=3" %%v in ('call "%JAVA%" -version 2^>^&1 ^| findstr /i /c:" version "') do if not defined VERSION set "VERSION=%%~v"
if not defined VERSION (
  echo verifqis : Java est introuvable. Installez Java 17 ou plus, par exemple le JDK Temurin, puis recommencez.
  exit /b 3
)
rem 1.8.0_381, 17.0.15, 21-ea : ce qui precede le premier point ou trait.
for /f "delims=.-+ tokens=1" %%v in ("%VERSION%") do set "MAJEURE=%%v"
if %MAJEURE% LSS 17 (
  echo verifqis : la version %VERSION% de Java est trop ancienne. Installez Java 17 ou plus, puis recommencez.
  exit /b 3
)
rem Un serveur vit longtemps ; une commande non.
set "OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if /i "%~1"=="servir" set "OPTIONS=-Xmx512m"
if /i "%~1"=="serve" set "OPTIONS=-Xmx512m"
"%JAVA%" %OPTIONS% %VERIFQIS_JAVA_OPTS% -jar "%~dp0verifqis.jar" %*
exit /b %ERRORLEVEL%
