// "Neu laden" on the page of a ticket, when somebody else has changed it: what was typed here and is not sent
// yet goes to the server, which puts it into the new page. Nothing is left in the browser, which others may use.
"use strict";

const typedInto = "#anliegen ~ * :is(input:not([type=hidden]), textarea:not([readonly]), select)[name]";

document.querySelector(".news a")?.addEventListener("click", (event) => {
  const typed = [...document.querySelectorAll(typedInto)].filter((field) => field.value);
  const form = document.querySelector("form:has([name=whose])");
  if (typed.length === 0 || form === null) return;
  event.preventDefault();
  const sent = document.createElement("form");
  sent.method = "post";
  sent.action = document.getElementById("anliegen").dataset.keep;
  for (const { name, value } of [form.elements.csrfmiddlewaretoken, form.elements.whose, ...typed]) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    sent.append(field);
  }
  document.body.append(sent);
  sent.submit();
});
