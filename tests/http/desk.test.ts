import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startNode } from "../../worker/host/node.ts";
import { reminderText } from "../../worker/routes/desk/reminderText.ts";
import { described } from "./described.ts";
import { type Caller, type CallOptions, FORM, HERE, OFFICE, type Stage, setStage } from "./stage.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-desk-http-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
const clock = { now: Date.parse("2023-11-03T03:00:00Z") };
let running: Running;
let stage: Stage;

beforeAll(async () => {
  running = await startNode({
    ...{ port: 0, dataDir: dir, now: () => clock.now },
    rates: { signIn: FREE, address: FREE, person: FREE },
  });
  for (const province of ["98", "99"]) running.data.partition(province, true);
  const fetchHere = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${running.port}${path}`, init);
  stage = await setStage({ fetch: fetchHere, collector: running.data.collector });
});
afterAll(async () => {
  await running.close();
  rmSync(dir, { recursive: true, force: true });
});

async function ask(caller: Caller, method: string, path: string, body?: CallOptions["body"]) {
  const url = `/api/v1${path}`;
  const answer = await stage.as(caller, method, url, body === undefined ? {} : { body });
  return { status: answer.status, json: await described(answer, method, url) };
}

describe("the desk over HTTP: every answer is as described", () => {
  it("more time for one office: in its calendar at its hour, not in its neighbour's", async () => {
    const period = "2023-11";
    const extension = {
      form: FORM,
      period,
      office: OFFICE.code,
      until: "2023-11-20T05:00:00.000Z",
      reason: "น้ำท่วม, ไฟดับ",
    };
    expect((await ask("provinceOwn", "POST", "/provinces/99/extensions", extension)).status).toBe(200);
    expect(
      (await ask("provinceOwn", "POST", "/provinces/99/extensions", { ...extension, until: "2023-01-01T00:00:00Z" }))
        .json.code,
    ).toBe("extension-past");
    // the 5th is a Sunday: every office may send until the end of Monday
    const early = { ...extension, until: "2023-11-06T16:59:59Z" };
    expect(await ask("provinceOwn", "POST", "/provinces/99/extensions", early)).toMatchObject({
      status: 422,
      json: {
        code: "extension-early",
        title: "กำหนดส่งของทุกแห่งคือ 6 พ.ย. 2566 เวลาที่ขยายต้องหลังจากนั้น",
        titleEn: "Every office may send until the end of 6 Nov 2023; more time must go beyond that",
        params: { due: "2023-11-06" },
      },
    });
    const calendar = async (caller: Caller) => {
      const answer = await stage.as(caller, "GET", "/api/v1/due.ics");
      expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      return (await answer.text()).replace(/\r\n /g, "");
    };
    const own = await calendar("officeOwn");
    expect(own).toContain("DTEND;TZID=Asia/Bangkok:20231120T115900");
    expect(own).toContain("12.00 น. ของวันนี้ เนื่องจาก น้ำท่วม\\, ไฟดับ");
    expect(await calendar("officeOther")).toContain("DTSTART;TZID=Asia/Bangkok:20231106T083000");
  });

  it("one report's way: returned on a cell, answered, sent again, undone, accepted in bulk, closed", async () => {
    const period = "2023-11";
    const { submission: id } = await stage.sent(period);
    const which = `form=${FORM}&period=${period}`;
    expect((await ask("districtOwn", "GET", `/provinces/99/progress?${which}`)).json).toMatchObject({
      ...{ offices: 4, closed: null, stands: { missing: 3, onTime: 1 } },
      arrivals: [{ date: "2023-11-03", count: 1 }],
    });
    const matrix = await ask("provinceOwn", "GET", `/provinces/99/matrix?${which}&months=2&limit=3`);
    expect(matrix.json).toMatchObject({ periods: ["2023-10", "2023-11"], total: HERE.length });
    expect(matrix.json.rows).toHaveLength(3);
    const queue = (await ask("provinceOwn", "GET", `/provinces/99/queue?${which}`)).json;
    expect(queue).toMatchObject({ waiting: 1, clean: 1, items: [{ submission: id, risks: [] }] });

    const comments = [{ row: 6, field: "centre", text: "ชื่อเต็ม" }];
    await ask("provinceOwn", "POST", `/submissions/${id}/return`, { note: "", comments });
    const review = (await ask("officeOwn", "GET", `/submissions/${id}/review`)).json as { returns: { id: number }[] };
    const long = { note: "", comments: [{ ...comments[0], text: "ก".repeat(5000) }] };
    expect((await ask("provinceOwn", "POST", `/submissions/${id}/return`, long)).json).toMatchObject({
      ...{ status: 422, code: "invalid-request" },
      findings: [
        {
          field: "comments.0.text",
          message: "ข้อความยาวเกินไป 3,000 ตัวอักษร รับได้ไม่เกิน 2,000 ตัวอักษร โปรดย่อให้สั้นลง",
          messageEn: "The text is 3,000 characters too long; 2,000 are the most. Please shorten it",
        },
      ],
    });
    const unseen = { version: 1, seen: 0 };
    expect((await ask("provinceOwn", "POST", `/submissions/${id}/accept`, unseen)).json).toMatchObject({
      ...{ status: 409, code: "decided-meanwhile", params: { at: "2023-11-03T03:00:00.000Z" } },
      title: "มีผู้อื่นตรวจรายงานนี้แล้วเมื่อ 3 พ.ย. 2566 10:00 น. หลังจากที่ท่านเปิดดู จึงยังไม่ได้ทำอะไร โปรดดูก่อนตัดสินใจ",
    });
    const tick = { returned: review.returns[0]!.id, number: 0, answer: "แก้แล้ว" };
    expect((await ask("officeOwn", "POST", `/submissions/${id}/comments`, tick)).json).toMatchObject({
      returns: [{ comments: [{ done: { answer: "แก้แล้ว" } }] }],
    });
    expect((await ask("officeOwn", "GET", "/work")).json).toMatchObject({
      items: [{ period, status: "returned", returns: [{ comments: [{ done: { answer: "แก้แล้ว" } }] }] }, {}],
    });
    expect((await ask("provinceOwn", "POST", `/submissions/${id}/undo`, { reason: " " })).status).toBe(422);
    expect((await ask("districtOwn", "POST", `/submissions/${id}/undo`, { reason: "กดผิด" })).json.code).toBe(
      "not-yours",
    );
    expect((await ask("provinceOwn", "POST", `/submissions/${id}/undo`, { reason: "กดผิด" })).json.status).toBe(
      "received",
    );
    const items = [{ submission: id, version: 1 }];
    expect((await ask("provinceOwn", "POST", "/provinces/99/accept", { items })).json).toEqual({
      results: [{ submission: id, result: "accepted" }],
    });
    const close = { form: FORM, period, close: true, reason: "ครบแล้ว" };
    expect((await ask("provinceOwn", "POST", "/provinces/99/close", close)).json).toEqual({
      closed: "2023-11-03T03:00:00.000Z",
    });
    expect((await ask("provinceOwn", "POST", `/submissions/${id}/return`, { note: "x" })).json.code).toBe(
      "period-closed",
    );

    await stage.as("provinceOwn", "GET", `/api/v1/submissions/${id}`);
    await (await stage.as("auditorOwn", "GET", `/api/v1/provinces/99/master.csv?${which}`)).text();
    const mine = (await ask("officeOwn", "GET", "/audit?mine")).json as { lines: { action: string; role: string }[] };
    expect(mine.lines.slice(0, 2).map((one) => [one.action, one.role])).toEqual([
      ["view", "province"],
      ["accept", "province"],
    ]);
    const all = (await ask("auditorOwn", "GET", "/audit?limit=1")).json;
    expect(all).toMatchObject({ lines: [{ action: "export", role: "auditor" }], next: expect.any(Number) });
    for (const caller of ["officeOwn", "districtOwn"] as const)
      expect((await ask(caller, "GET", "/audit")).status).toBe(403);
    expect((await ask("provinceOther", "GET", "/audit?province=99")).status).toBe(403);
    // An office is told of itself, whichever province it names.
    for (const province of ["99", "54"])
      expect((await ask("officeOwn", "GET", `/audit?mine&province=${province}`)).json).toEqual(
        (await ask("officeOwn", "GET", "/audit?mine")).json,
      );
  });

  it("a reminder is the text to send, and whoever sees the matrix sees that they were told", async () => {
    const body = { form: FORM, period: "2023-12", district: "9901", channel: "email" };
    const { json } = await ask("provinceOwn", "POST", "/provinces/99/reminders", body);
    expect(json.subject).toBe("ขอความอนุเคราะห์จัดส่งรายงาน ประจำเดือนธันวาคม 2566 (อำเภอเมืองตัวอย่าง)");
    expect(json.text).toContain("ภายในวันพุธที่ 6 ธันวาคม พ.ศ. 2566 เวลา 24.00 น.");
    expect(json.text).toContain(`/my?form=${FORM}&period=2023-12`);
    expect(json.text).toContain("จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการ");
    const matrix = (await ask("districtOwn", "GET", `/provinces/99/matrix?form=${FORM}&period=2023-12`)).json as {
      rows: { remindedAt: string | null }[];
    };
    expect(matrix.rows.every((one) => one.remindedAt !== null)).toBe(true);
  });
});

describe("the text of a reminder", () => {
  const office = { office: "5540101", name: "ทต.ตัวอย่าง", district: "สูงเม่น", stand: "missing", until: null } as const;
  const about = {
    province: "แพร่",
    wholeProvince: false,
    form: "แบบรายงานตัวอย่าง",
    channel: "line",
    link: "https://ruam.example/my",
  } as const;
  const due = { rule: "r", period: "2023-11", nominal: "2023-11-05", due: "2023-11-06", holiday: true };
  const reminder = { form: "f", period: "2023-11", due, at: "2023-11-03T03:05:00.000Z", offices: [office] };

  it("before the day: polite, with the names, the day and the hour in พ.ศ., and the link", () => {
    const returned = { ...office, name: "อบต.สมมติ", stand: "returned", until: "2023-11-10T09:30:00.000Z" } as const;
    expect(reminderText({ ...reminder, offices: [office, returned] }, about).text.split("\n")).toEqual([
      "เรียน ผู้รับผิดชอบรายงานของ อปท. ในอำเภอสูงเม่น",
      "",
      "ขอความอนุเคราะห์จัดส่ง “แบบรายงานตัวอย่าง” ประจำเดือนพฤศจิกายน 2566 ภายในวันจันทร์ที่ 6 พฤศจิกายน พ.ศ. 2566 เวลา 24.00 น.",
      "",
      "ณ วันศุกร์ที่ 3 พฤศจิกายน พ.ศ. 2566 เวลา 10.05 น. ยังไม่พบรายงานของ 2 แห่ง ดังนี้",
      "1. ทต.ตัวอย่าง",
      "2. อบต.สมมติ (ส่งคืนให้ปรับแก้แล้ว รอฉบับแก้ไข) (ขยายเวลาให้ถึงวันศุกร์ที่ 10 พฤศจิกายน พ.ศ. 2566 เวลา 16.30 น.)",
      "",
      "ส่งรายงานและดูข้อสังเกตได้ที่ https://ruam.example/my",
      "",
      "หากได้จัดส่งแล้วในระหว่างนี้ ขออภัยที่รบกวน และขอขอบคุณในความร่วมมือ",
    ]);
  });

  it.each([
    [
      "after the day it says that reports are still taken",
      { at: "2023-11-06T17:00:00.000Z" },
      {},
      "ซึ่งครบกำหนดเมื่อวันจันทร์ที่ 6",
    ],
    ["on the day, a minute before midnight, it is not past", { at: "2023-11-06T16:59:00.000Z" }, {}, "ภายในวันจันทร์ที่ 6"],
    ["where the letter gives no day it names none", { due: null }, {}, "ประจำเดือนพฤศจิกายน 2566\n"],
    ["for a whole province each office has its district", {}, { wholeProvince: true }, "1. ทต.ตัวอย่าง อำเภอสูงเม่น"],
  ])("%s", (_, given, more, text) => {
    expect(reminderText({ ...reminder, ...given }, { ...about, ...more }).text).toContain(text);
  });

  it("with nobody left to tell there is no text", () => {
    expect(reminderText({ ...reminder, offices: [] }, about)).toEqual({ subject: "", text: "" });
  });
});
