@echo off
rem Ouvre la page de verifqis dans le navigateur, quand elle est prete. Fermez cette fenetre pour l'arreter.
call "%~dp0verifqis.cmd" servir --ouvrir
if errorlevel 1 pause
