// What the pages do better with a script. Without one each of them works by plain forms: the page with the report asks for
// the workbook once more, as nothing of it is kept on the server.
"use strict";

(() => {
  const form = () => document.getElementById("verification");
  const input = () => document.getElementById("fichier");

  const fileFields = () => document.querySelectorAll("input[type=file][data-choisir]");

  /** Files stay in the browser: they are put into the form of each page that follows. */
  function keep(field, files) {
    const transfer = new DataTransfer();
    for (const file of files) {
      transfer.items.add(file);
    }
    field.files = transfer.files;
    showName(field);
  }

  function showName(field) {
    const name = document.getElementById(field.id + "-nom");
    if (name) {
      const file = field.files[0];
      name.textContent = file ? file.name : field.dataset.aucun;
    }
  }

  function say(text) {
    const status = document.querySelector(".attente");
    if (status) {
      status.textContent = text;
    }
  }

  /** The browser's own button speaks the browser's language, not the page's. */
  function drawButton(field) {
    if (document.getElementById(field.id + "-bouton")) {
      return;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.id = field.id + "-bouton";
    button.className = "bouton";
    button.textContent = field.dataset.choisir;
    const name = document.createElement("span");
    name.id = field.id + "-nom";
    const described = field.getAttribute("aria-describedby");
    button.setAttribute("aria-describedby", described ? described + " " + name.id : name.id);
    button.addEventListener("click", () => field.click());
    field.addEventListener("change", () => showName(field));
    const box = document.createElement("div");
    box.className = "choix-fichier";
    box.append(button, name);
    field.before(box);
    field.hidden = true;
    for (const link of document.querySelectorAll(`a[href="#${field.id}"]`)) {
      link.setAttribute("href", "#" + button.id);
    }
    field.required = false;
    showName(field);
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
    const chosen = new Map([...fileFields()].map(field => [field.id, [...field.files]]));
    if (input().files.length === 0) {
      say(input().dataset.aucun);
      document.getElementById("fichier-bouton").focus();
      return;
    }
    say(form().dataset.attente);
    let page;
    try {
      const response = await fetch(target, {method: "POST", body: new FormData(form())});
      page = new DOMParser().parseFromString(await response.text(), "text/html");
    } catch {
      say(form().dataset.perdu);
      return;
    }
    const answer = page.querySelector("main");
    if (!answer) {
      // What stands in front of the server has said something of its own.
      say(form().dataset.perdu);
      return;
    }
    document.title = page.title;
    document.querySelector("main").replaceWith(answer);
    for (const field of fileFields()) {
      keep(field, chosen.get(field.id) || []);
    }
    prepare();
    const first = document.querySelector("[data-premier]") || document.querySelector("main");
    first.tabIndex = -1;
    first.focus();
    first.scrollIntoView();
  }

  function prepare() {
    fileFields().forEach(drawButton);
    if (!form()) {
      // A workbook that is filed, or a template that is asked for, goes by a plain form.
      return;
    }
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
        keep(input(), [event.dataTransfer.files[0]]);
        check(form().action);
      }
    });
  }

  prepare();
})();
