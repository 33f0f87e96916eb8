import { provinceOfPlace } from "../../../../shared/offices/office.ts";
import { told, trouble, wellAgain } from "../desk/state.ts";
import { byId, show } from "../dom.ts";
import { openDoor } from "../door.ts";
import { drawOffices, openOffices } from "./offices.ts";
import { clearLetters, drawPeople, openPeople } from "./people.ts";
import type { Here } from "./types.ts";

const isPeople = document.body.dataset.page === "people";
const draw = isPeople ? drawPeople : drawOffices;
let here: Here | null = null;

async function redraw(): Promise<void> {
  if (here === null) return;
  try {
    await draw(here);
    wellAgain();
  } catch (error) {
    trouble(error);
  }
}

(isPeople ? openPeople : openOffices)(() => here!);
byId("retry").addEventListener("click", () => void redraw());
window.addEventListener("online", () => void redraw());
// Codes that were shown are not shown again by going back to the page.
window.addEventListener("pagehide", () => {
  if (isPeople) clearLetters();
});

openDoor({
  async begin(session) {
    const asked = new URLSearchParams(location.search).get("province");
    const province = session.place === "TH" ? (asked ?? "") : provinceOfPlace(session.place);
    here = { session, province, redraw };
    show(byId("work"), true);
    await redraw();
  },
  left() {
    here = null;
    told(null);
    if (isPeople) clearLetters();
    byId("list-body").replaceChildren();
    show(byId("work"), false);
  },
});
