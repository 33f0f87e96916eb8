import { buildMaster } from "../../worker/master/model.ts";
import { streamMaster } from "../../worker/master/xlsx.ts";
import { sampleInput, sampleRoster, sampleRow, sampleSubmission } from "./sample.ts";

// Writes a master of argv[2] rows, made one by one, to nowhere; prints rows, bytes and the highest resident memory in MB.
const OFFICES = sampleRoster(25, 40);
const each = Math.ceil(Number(process.argv[2]) / OFFICES.length);

const submissions = OFFICES.map((office) =>
  sampleSubmission(office, 0, {
    rows: {
      *[Symbol.iterator]() {
        for (let n = 1; n <= each; n++) yield sampleRow(office, n);
      },
    },
  }),
);
let bytes = 0;
for await (const chunk of streamMaster(buildMaster(sampleInput({ offices: OFFICES, submissions }))))
  bytes += chunk.length;
console.log(JSON.stringify({ rows: each * OFFICES.length, bytes, peakMb: process.resourceUsage().maxRSS / 1024 }));
