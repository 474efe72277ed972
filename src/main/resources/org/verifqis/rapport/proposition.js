(() => {
  "use strict";
  const texte = document.getElementById("correspondance");
  const bouton = document.getElementById("enregistrer");
  const choix = document.querySelectorAll("select[data-cible]");

  // The key "valeurs" stands where there is a word below it, and nowhere else.
  const titres = () => {
    for (const titre of texte.querySelectorAll("[data-titre]")) {
      const groupe = texte.querySelectorAll(`[data-groupe="${titre.dataset.groupe}"]`);
      const unMot = [...groupe].some((m) => m !== titre && m.textContent);
      titre.textContent = unMot ? titre.dataset.titre : "";
    }
  };

  const change = (select) => {
    const option = select.selectedOptions[0];
    document.getElementById(select.dataset.cible).textContent = option.value;
    // What is printed.
    for (const dit of select.parentElement.querySelectorAll(".dit")) {
      dit.textContent = option.textContent;
    }
    for (const mot of texte.querySelectorAll(`[data-groupe="${select.dataset.cible}"]`)) {
      mot.hidden = "vide" in option.dataset;
    }
    titres();
  };

  for (const select of choix) {
    select.hidden = false;
    select.addEventListener("change", () => change(select));
  }

  bouton.hidden = false;
  bouton.addEventListener("click", () => {
    const visibles = [...texte.children].filter((m) => !m.hidden);
    const yaml = visibles.map((m) => m.textContent).join("");
    const lien = document.createElement("a");
    lien.href = URL.createObjectURL(new Blob([yaml], { type: "text/yaml" }));
    lien.download = bouton.dataset.fichier;
    lien.click();
    URL.revokeObjectURL(lien.href);
  });
})();
