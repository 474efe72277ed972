@echo off
rem Ouvre la page de verifqis dans le navigateur. Fermez cette fenetre pour l'arreter.
start "" "http://127.0.0.1:8080/"
call "%~dp0verifqis.cmd" servir
