const LONGEST_SIDE = 1600;
const QUALITY = 0.85;
const LOOK_WIDTH = 9;
const LOOK_HEIGHT = 8;

/** A photo drawn anew, at most 1600 dots on its longer side, the right way up, with nothing beside the picture. Null where it cannot be drawn. */
export async function shrunk(file: Blob): Promise<{ content: Blob; look: string } | null> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = drawn(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
    const content = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    return content === null ? null : { content, look: lookOf(picture) };
  } finally {
    picture.close();
  }
}

function drawn(picture: ImageBitmap, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  const context = canvas.getContext("2d")!;
  // A see-through picture would come out black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Whether each dot of a 9 by 8 picture is lighter than the one to its right, 64 bits as hexadecimal: the "difference hash". */
function lookOf(picture: ImageBitmap): string {
  const canvas = drawn(picture, LOOK_WIDTH, LOOK_HEIGHT);
  const { data } = canvas.getContext("2d")!.getImageData(0, 0, LOOK_WIDTH, LOOK_HEIGHT);
  const light = (x: number, y: number) => {
    const at = (y * LOOK_WIDTH + x) * 4;
    return data[at]! * 0.299 + data[at + 1]! * 0.587 + data[at + 2]! * 0.114;
  };
  let bits = "";
  for (let y = 0; y < LOOK_HEIGHT; y++)
    for (let x = 0; x + 1 < LOOK_WIDTH; x++) bits += light(x, y) > light(x + 1, y) ? "1" : "0";
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join("");
}
