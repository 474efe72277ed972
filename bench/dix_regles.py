"""Ten rules over the redditions of a folder, as one would write them in plain Python on openpyxl.

Prints a header, then a line for each reddition: its name, then how often each rule is broken. It takes a value for what the cell
says it is: no misspelt date, no unknown that would have to stay unknown, no place of a finding.
"""

import pathlib
import sys
import warnings

import openpyxl

RULES = ("FIN-01", "FIN-02", "FIN-03", "FIN-07", "FIN-09", "PRO-03", "PRO-05", "PRO-07", "PRO-11", "ORG-04")
NEED_A_NUMBER = ("Personne morale à but non lucratif", "Coopérative considérée comme OBNL par Revenu Québec")


def form(sheet):
    return {label: value for label, value, *_ in sheet.iter_rows(values_only=True) if label}


def records(sheet):
    rows = sheet.iter_rows(values_only=True)
    header = next(rows)
    for row in rows:
        if row[0] and not str(row[0]).startswith("Total"):
            yield dict(zip(header, row))


def cents(value):
    return round((value or 0) * 100)


def judge(path):
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    about, money = form(book["Identification"]), form(book["Rapport financier"])
    broken = dict.fromkeys(RULES, 0)

    def amount(label):
        return cents(money[label])

    if amount("Total des revenus") != (amount("Versements FQIS reçus") + amount("Intérêts générés")
                                       + amount("Autres revenus")):
        broken["FIN-01"] += 1
    labels = list(money)
    expenses = labels[labels.index("Total des revenus") + 1:labels.index("Total des dépenses")]
    if amount("Total des dépenses") != sum(map(amount, expenses)):
        broken["FIN-02"] += 1
    if amount("Solde de clôture") != (amount("Solde d'ouverture") + amount("Total des revenus")
                                      - amount("Total des dépenses")):
        broken["FIN-03"] += 1

    for project in records(book["Projets"]):
        begins, ends, signed = project["Date de début"], project["Date de fin"], project["Date du protocole d'entente"]
        granted, paid = cents(project["Aide FQIS accordée"]), cents(project["Aide FQIS versée dans l'exercice"])
        if cents(project["Aide FQIS versée avant l'exercice"]) + paid > granted:
            broken["FIN-07"] += 1
        if project["Statut"] == "Annulé":
            broken["PRO-11"] += paid > 0
            continue
        parts = granted + cents(project["Autres aides gouvernementales"]) + cents(project["Contribution du milieu"])
        broken["FIN-09"] += cents(project["Coût total du projet"]) != parts
        broken["PRO-03"] += bool(begins and ends and ends < begins)
        broken["PRO-05"] += bool(begins and begins > about["Fin de l'exercice"])
        broken["PRO-07"] += bool(signed and signed < about["Date de signature de l'entente"])
        broken["ORG-04"] += not project["NEQ"] and project["Catégorie d'organisme"] in NEED_A_NUMBER
    return broken


warnings.simplefilter("ignore")
print("reddition", *RULES, sep=";")
for found in sorted(pathlib.Path(sys.argv[1]).rglob("*.xlsx")):
    print(found.name, *judge(found).values(), sep=";")
