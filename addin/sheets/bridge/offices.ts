import type { ProvincePack } from "../../../shared/offices/pack.ts";
import { unpackProvince } from "../../../shared/offices/pack.ts";
import type { Registry } from "../../../shared/offices/registry.ts";

const KEY = "ruam.offices.";
/** A property holds 9 KB, and a Thai letter is three bytes. */
const PART_LETTERS = 2_900;

/** Keeps a province's offices with the document, in as many properties as they need. */
export function keepOffices(version: string, pack: string): void {
  const properties = PropertiesService.getDocumentProperties();
  if (properties.getProperty(`${KEY}version`) === version) return;
  const kept: Record<string, string> = { [`${KEY}version`]: version };
  let count = 0;
  for (let at = 0; at < pack.length; at += PART_LETTERS) kept[`${KEY}${count++}`] = pack.slice(at, at + PART_LETTERS);
  kept[`${KEY}count`] = String(count);
  properties.setProperties(kept);
}

/** The offices kept with the document; null where the sidebar was never opened. */
export function keptOffices(): { province: string; registry: Registry } | null {
  const kept = PropertiesService.getDocumentProperties().getProperties();
  const count = Number(kept[`${KEY}count`] ?? 0);
  if (count === 0) return null;
  try {
    let text = "";
    for (let i = 0; i < count; i++) text += kept[`${KEY}${i}`];
    const pack = JSON.parse(text) as ProvincePack;
    return { province: pack.code, registry: unpackProvince(pack) };
  } catch {
    // Cut off half-way by a quota: as if it were not there.
    return null;
  }
}

const PREFIX = "ruam.setting.";

export function getSetting(key: string): string | null {
  return PropertiesService.getDocumentProperties().getProperty(PREFIX + key);
}

export function setSetting(key: string, value: string | null): void {
  const properties = PropertiesService.getDocumentProperties();
  if (value === null) properties.deleteProperty(PREFIX + key);
  else properties.setProperty(PREFIX + key, value);
}
