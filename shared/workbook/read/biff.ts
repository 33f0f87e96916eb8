/** Record numbers of Excel 97-2003 files ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x06,
  eof: 0x0a,
  name: 0x18,
  dateMode: 0x22,
  filePass: 0x2f,
  font: 0x31,
  continue: 0x3c,
  boundSheet: 0x85,
  mulRk: 0xbd,
  rString: 0xd6,
  xf: 0xe0,
  mergeCells: 0xe5,
  sst: 0xfc,
  labelSst: 0xfd,
  number: 0x203,
  label: 0x204,
  boolErr: 0x205,
  string: 0x207,
  row: 0x208,
  rk: 0x27e,
  format: 0x41e,
  bof: 0x809,
} as const;

export interface Record {
  id: number;
  start: number;
  end: number;
}

/** Reads numbers and texts from the records of a stream; past a record's end it goes on in its CONTINUE records. */
export class RecordReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  #end = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The record at a position, or undefined at the end of the stream. A record cut short is a RangeError. */
  record(at: number): Record | undefined {
    if (at + 4 > this.#bytes.length) return undefined;
    const start = at + 4;
    const end = start + this.#view.getUint16(at + 2, true);
    if (end > this.#bytes.length) throw new RangeError("record cut short");
    return { id: this.#view.getUint16(at, true), start, end };
  }

  /** Begins reading a record's data. */
  enter(record: Record, skip = 0): this {
    this.#at = record.start + skip;
    this.#end = record.end;
    return this;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  u8(): number {
    if (this.#at >= this.#end) this.#continue();
    return this.#bytes[this.#at++]!;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  f64(): number {
    const at = this.#at;
    if (at + 8 > this.#end) throw new RangeError("number cut short");
    this.#at += 8;
    return this.#view.getFloat64(at, true);
  }

  /** An RK number ([MS-XLS] 2.5.217): 30 bits of an integer or of a double, perhaps a hundredth. */
  rk(): number {
    const raw = this.u32();
    let value: number;
    if ((raw & 2) !== 0) value = (raw | 0) >> 2;
    else {
      SCRATCH.setUint32(0, (raw & ~3) >>> 0);
      SCRATCH.setUint32(4, 0);
      value = SCRATCH.getFloat64(0);
    }
    return (raw & 1) !== 0 ? value / 100 : value;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      if (this.#at >= this.#end) this.#continue();
      const step = Math.min(left, this.#end - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** Characters behind their flag byte; where a CONTINUE record cuts in, it begins with a new flag byte. */
  chars(count: number, flags: number): string {
    let wide = (flags & 1) !== 0;
    let text = "";
    let left = count;
    while (left > 0) {
      if (this.#at >= this.#end) {
        this.#continue();
        wide = (this.u8() & 1) !== 0;
      }
      const width = wide ? 2 : 1;
      const step = Math.min(left, Math.floor((this.#end - this.#at) / width), CHARS_AT_ONCE);
      if (step === 0) throw new RangeError("text cut short");
      const codes = new Array<number>(step);
      for (let i = 0; i < step; i++) {
        codes[i] = wide ? this.#view.getUint16(this.#at + 2 * i, true) : this.#bytes[this.#at + i]!;
      }
      text += String.fromCharCode(...codes);
      this.#at += step * width;
      left -= step;
    }
    return text;
  }

  #continue(): void {
    const next = this.record(this.#end);
    if (next === undefined || next.id !== RECORD.continue || next.start === next.end) {
      throw new RangeError("record cut short");
    }
    this.enter(next);
  }
}

const SCRATCH = new DataView(new ArrayBuffer(8));
const CHARS_AT_ONCE = 4096;
