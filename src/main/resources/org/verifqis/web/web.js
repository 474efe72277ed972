// What the pages do better with a script. Without one each of them works by plain forms: the page with the report asks for
// the workbook once more, as nothing of it is kept on the server.
"use strict";

(() => {
  const form = () => document.getElementById("verification");
  const input = () => document.getElementById("fichier");

  /** The workbook stays in the browser: it is put into the form of each page that follows. */
  function keep(files) {
    const transfer = new DataTransfer();
    for (const file of files) {
      transfer.items.add(file);
    }
    input().files = transfer.files;
    showName();
  }

  function showName() {
    const name = document.getElementById("fichier-nom");
    if (name) {
      const file = input().files[0];
      name.textContent = file ? file.name : input().dataset.aucun;
    }
  }

  function say(text) {
    const status = document.querySelector(".attente");
    if (status) {
      status.textContent = text;
    }
  }

  /** The browser's own button speaks the browser's language, not the page's. */
  function drawButton() {
    const field = input();
    if (!field || document.getElementById("fichier-bouton")) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.id = "fichier-bouton";
    button.className = "bouton";
    button.textContent = field.dataset.choisir;
    const name = document.createElement("span");
    name.id = "fichier-nom";
    const described = field.getAttribute("aria-describedby");
    button.setAttribute("aria-describedby", described ? described + " fichier-nom" : "fichier-nom");
    button.addEventListener("click", () => field.click());
    field.addEventListener("change", showName);
    const box = document.createElement("div");
    box.className = "choix-fichier";
    box.append(button, name);
    field.before(box);
    field.hidden = true;
    for (const link of document.querySelectorAll('a[href="#fichier"]')) {
      link.setAttribute("href", "#fichier-bouton");
    }
    field.required = false;
    showName();
  }

  function drawProposals() {
    for (const proposal of document.querySelectorAll(".proposition")) {
      const field = document.getElementById(proposal.dataset.pour);
      const button = document.createElement("button");
      button.type = "button";
      button.className = "bouton bouton-petit";
      button.textContent = form().dataset.reprendre;
      button.setAttribute("aria-label", form().dataset.reprendre + " : " + proposal.textContent.trim());
      button.addEventListener("click", () => {
        field.value = proposal.dataset.valeur;
        field.focus();
      });
      proposal.append(" ", button);
    }
  }

  async function check(target) {
    const files = [...input().files];
    if (files.length === 0) {
      say(input().dataset.aucun);
      document.getElementById("fichier-bouton").focus();
      return;
    }
    say(form().dataset.attente);
    let page;
    try {
      const answer = await fetch(target, {method: "POST", body: new FormData(form())});
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      say(form().dataset.perdu);
      return;
    }
    document.title = page.title;
    document.querySelector("main").replaceWith(page.querySelector("main"));
    if (input()) {
      keep(files);
    }
    prepare();
    const first = document.querySelector("[data-premier]") || document.querySelector("main");
    first.tabIndex = -1;
    first.focus();
    first.scrollIntoView();
  }

  function prepare() {
    if (!form()) {
      // A workbook that is filed goes by a plain form.
      if (input() && input().dataset.choisir) {
        drawButton();
      }
      return;
    }
    drawButton();
    drawProposals();
    form().addEventListener("submit", event => {
      const submitter = event.submitter;
      if (submitter && submitter.hasAttribute("formaction")) {
        if (input().files.length === 0) {
          event.preventDefault();
          check(form().action);
        }
        return;
      }
      event.preventDefault();
      check(form().action);
    });
    form().addEventListener("dragover", event => {
      event.preventDefault();
      form().classList.add("survol");
    });
    form().addEventListener("dragleave", () => form().classList.remove("survol"));
    form().addEventListener("drop", event => {
      event.preventDefault();
      form().classList.remove("survol");
      if (event.dataTransfer.files.length > 0) {
        keep([event.dataTransfer.files[0]]);
        check(form().action);
      }
    });
  }

  prepare();
})();
