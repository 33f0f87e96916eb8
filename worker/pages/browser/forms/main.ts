import { type ProvincePack, unpackProvince } from "../../../../shared/offices/pack.ts";
import { get, type Session } from "../api.ts";
import { byId, make, show } from "../dom.ts";
import { openDoor } from "../door.ts";
import { drawDetail } from "./detail.ts";
import { drawNew } from "./fromFile.ts";
import { loadHolidays } from "./holidays.ts";
import { drawList } from "./list.ts";
import { told, trouble, well, words } from "./page.ts";

let session: Session | null = null;

/** The list, one form (`?form=`), or a new one from a file (`?new`), as the address says. */
async function draw({ role, place: province }: Session): Promise<void> {
  const body = byId("body");
  show(byId("work"), true);
  if (role !== "province") {
    body.replaceChildren(make("p", { class: "notice bad" }, words.closed));
    return;
  }
  body.replaceChildren(make("p", { class: "loading", role: "status" }, words.loading));
  try {
    const [holidays, roster] = await Promise.all([
      loadHolidays(province),
      get<{ pack: ProvincePack }>(`/provinces/${province}/offices`),
    ]);
    const here = { province, holidays, registry: unpackProvince(roster.pack) };
    const asked = new URLSearchParams(location.search);
    const form = asked.get("form");
    if (form !== null) await drawDetail(here, form);
    else if (asked.has("new")) drawNew(here);
    else await drawList(here);
    well();
  } catch (error) {
    body.replaceChildren();
    trouble(error);
  }
}

byId("retry").addEventListener("click", () => {
  if (session !== null) void draw(session);
});

openDoor({
  begin(now) {
    session = now;
    told(null);
    return draw(now);
  },
  left() {
    session = null;
    byId("body").replaceChildren();
    show(byId("work"), false);
  },
});
