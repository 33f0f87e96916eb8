import { box, bytesOf, clip } from "./samples.ts";

/*
 * A clip a browser really plays: H.264 whose pictures are stored dot by dot (I_PCM, ITU-T H.264 §7.3.5), so that no encoder is needed.
 */

const WIDTH = 64;
const HEIGHT = 48;
const I_PCM = 25;
const BLOCKS = (WIDTH / 16) * (HEIGHT / 16);

/** Bits as H.264 writes them: u(n), ue(v). */
function bits() {
  let text = "";
  const u = (value: number, width: number) => {
    text += value.toString(2).padStart(width, "0");
  };
  const ue = (...values: number[]) => {
    for (const value of values) {
      const code = (value + 1).toString(2);
      text += "0".repeat(code.length - 1) + code;
    }
  };
  /** Fills the last byte with zeros. */
  const align = () => {
    text = text.padEnd(Math.ceil(text.length / 8) * 8, "0");
  };
  const bytes = () => text.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2));
  return { u, ue, align, bytes };
}

/** A unit of the stream: its header, then its bytes, with what would look like a start code kept apart. */
function unit(header: number, payload: number[]): number[] {
  const out = [header];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      out.push(3);
      zeros = 0;
    }
    out.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return out;
}

function sequence(): number[] {
  const { u, ue, align, bytes } = bits();
  u(0x42c00a, 24);
  ue(0, 0, 2, 1);
  u(0, 1);
  ue(WIDTH / 16 - 1, HEIGHT / 16 - 1);
  u(0b11001, 5);
  align();
  return unit(0x67, bytes());
}

function picture(): number[] {
  const { u, ue, align, bytes } = bits();
  ue(0, 0);
  u(0, 2);
  ue(0, 0, 0);
  u(0, 3);
  ue(0, 0, 0);
  u(0b1001, 4);
  align();
  return unit(0x68, bytes());
}

/** One picture, all of one grey: the slice's header runs into its first block, each later block begins on a byte. */
function frame(number: number, salt: number): Uint8Array<ArrayBuffer> {
  const slice = bits();
  slice.ue(0, 7, 0);
  slice.u(0, 4);
  slice.ue(number % 2);
  slice.u(0, 2);
  slice.ue(0, 1);
  const later = bits();
  for (const one of [slice, later]) {
    one.ue(I_PCM);
    one.align();
  }
  const grey = 40 + ((number * 16 + salt) % 180);
  const dots = [...new Array<number>(256).fill(grey), ...new Array<number>(128).fill(128)];
  const blocks = Array.from({ length: BLOCKS }, (_, i) => [...(i === 0 ? slice : later).bytes(), ...dots]);
  const coded = unit(0x65, [...blocks.flat(), 0x80]);
  return bytesOf([0, 0, coded.length >> 8, coded.length & 255], coded);
}

export interface FilmOptions {
  seconds?: number;
  /** Bytes of nothing behind its first and behind its second half: a player that seeks asks for a part. */
  gap?: number;
  salt?: number;
}

/** A film of one picture a second, a little lighter each time. */
export function film({ seconds = 4, gap = 0, salt = 0 }: FilmOptions = {}): Uint8Array<ArrayBuffer> {
  const [sps, pps] = [sequence(), picture()];
  const avcC = box("avcC", [1, 0x42, 0xc0, 10, 0xff, 0xe1, 0, sps.length], sps, [1, 0, pps.length], pps);
  const frames = Array.from({ length: seconds }, (_, i) => frame(i, salt));
  const half = Math.ceil(seconds / 2);
  const halves = [frames.slice(0, half), frames.slice(half)].map((some) => bytesOf(...some));
  return clip({ seconds, film: { avcC, width: WIDTH, height: HEIGHT, frame: frames[0]!.length, halves, gap } });
}
