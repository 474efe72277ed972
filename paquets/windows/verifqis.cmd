@echo off
rem Lance verifqis : verifqis verifier reddition.xlsx, ou verifqis servir pour la page dans le navigateur.
setlocal
set "ICI=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo verifqis : Java 17 ou plus est introuvable. Installez-le, puis recommencez.
  exit /b 3
)
"%JAVA%" -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar "%ICI%verifqis.jar" %*
exit /b %ERRORLEVEL%
