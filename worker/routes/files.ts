export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const CSV = "text/csv; charset=utf-8";

/** A file to be saved; the name may be Thai (RFC 8187). */
export function attachment(body: Uint8Array | ReadableStream<Uint8Array>, type: string, name: string): Response {
  const plain = name.replace(/[^\w.-]+/g, "_");
  return new Response(body as Uint8Array<ArrayBuffer> | ReadableStream, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/[!'()*]/g, encodeOctet)}`,
    },
  });
}

function encodeOctet(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}
