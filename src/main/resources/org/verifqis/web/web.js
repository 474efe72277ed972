// What the pages do better with a script. Without one each of them works by plain forms: the page with the report asks for
// the workbook once more, as nothing of it is kept on the server.
"use strict";

(() => {
  const form = () => document.getElementById("verification");
  const input = () => document.getElementById("fichier");

  /** Whether something was typed that no downloaded workbook has. */
  let unsaved = false;

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
        unsaved = true;
        field.focus();
      });
      proposal.append(" ", button);
    }
  }

  /** Sends the form, and what comes back; null where nothing does. */
  async function send(target, submitter) {
    const data = new FormData(form());
    if (submitter && submitter.name) {
      data.append(submitter.name, submitter.value);
    }
    say(form().dataset.attente);
    try {
      return await fetch(target, {method: "POST", body: data});
    } catch {
      say(form().dataset.perdu);
      return null;
    }
  }

  async function page(response) {
    return new DOMParser().parseFromString(await response.text(), "text/html");
  }

  /** What went wrong, on the page that is there: what was chosen and typed in it is not lost. */
  function complain(answer) {
    const main = answer.querySelector("main");
    if (!main) {
      // What stands in front of the server has said something of its own.
      say(form().dataset.perdu);
      return;
    }
    const told = main.querySelector(".sommaire-erreurs") || main;
    const heading = document.createElement("h2");
    heading.textContent = told.querySelector("h1, h2").textContent;
    const text = document.createElement("p");
    text.textContent = told.querySelector("p").textContent;
    const box = document.createElement("div");
    box.className = "sommaire-erreurs";
    box.setAttribute("role", "alert");
    box.tabIndex = -1;
    box.append(heading, text);
    document.querySelectorAll(".sommaire-erreurs").forEach(old => old.remove());
    document.querySelector("main").prepend(box);
    say("");
    box.focus();
    box.scrollIntoView();
  }

  async function download(submitter) {
    const response = await send(submitter.formAction, submitter);
    if (!response) {
      return;
    }
    const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("Content-Disposition"));
    if (!response.ok || !name) {
      complain(await page(response));
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await response.blob());
    link.download = decodeURIComponent(name[1]);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    say(form().dataset.recu + " " + link.download);
    unsaved = unsaved && !submitter.formAction.endsWith("/corriger");
  }

  async function check(target) {
    const chosen = new Map([...fileFields()].map(field => [field.id, [...field.files]]));
    const response = await send(target);
    if (!response) {
      return;
    }
    const next = await page(response);
    const answer = next.querySelector("main");
    const typed = document.querySelector("[name^='c:']");
    if (!answer || (!response.ok && (typed || !next.getElementById("verification")))) {
      complain(next);
      return;
    }
    document.title = next.title;
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
      event.preventDefault();
      const submitter = event.submitter;
      if (input().files.length === 0) {
        say(input().dataset.aucun);
        document.getElementById("fichier-bouton").focus();
      } else if (submitter && submitter.hasAttribute("formaction")) {
        download(submitter);
      } else {
        check(form().action);
      }
    });
    for (const field of document.querySelectorAll("[name^='c:']")) {
      field.addEventListener("input", () => {
        unsaved = true;
      });
    }
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

  window.addEventListener("beforeunload", event => {
    if (unsaved) {
      event.preventDefault();
    }
  });
  prepare();
})();
