// Says in words what became of a passkey: the library's script only tells the console.
"use strict";

const REASONS = {
  NotAllowedError: "Das wurde abgebrochen oder hat zu lange gedauert. Drücken Sie den Knopf noch einmal.",
  AbortError: "Das wurde abgebrochen. Drücken Sie den Knopf noch einmal.",
  InvalidStateError: "Dieser Schlüssel ist schon eingerichtet. Nehmen Sie einen anderen.",
  NotSupportedError: "Dieser Browser oder Schlüssel kann das nicht. Nehmen Sie einen anderen, oder die App.",
  SecurityError: "Unter dieser Adresse erlaubt der Browser keine Passkeys. Nehmen Sie die App, oder fragen Sie Ihre IT.",
};
const UNKNOWN = "Mit dem Passkey hat es nicht geklappt. Drücken Sie den Knopf noch einmal, oder nehmen Sie die App.";

const said = document.getElementById("passkey-said");

document.addEventListener("allauth.error", (event) => {
  event.preventDefault(); // it is told here
  said.textContent = REASONS[event.detail.exception?.name] ?? UNKNOWN;
  said.hidden = false;
});

// While the browser asks, an earlier reason would only confuse.
for (const button of document.querySelectorAll("button[id^=mfa_webauthn]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    said.hidden = true;
  }, { capture: true });
}
