import { type ClipView, clipView } from "./clipView.ts";
import { type PhotoView, photoView } from "./photoView.ts";
import type { ReportFile } from "./shapes.ts";

const views = new Map<string, ClipView | PhotoView>();

/**
 * What a checked file is looked at with; nothing of it is fetched until somebody presses. It is the same one however often the page is
 * drawn: a clip that plays goes on playing.
 */
export function fileView(file: ReportFile, fail: (error: unknown) => void): HTMLElement {
  return viewOf(file, fail).element;
}

/** The photos among files, for whoever wants to see them together. */
export function photosOf(files: readonly ReportFile[], fail: (error: unknown) => void): PhotoView[] {
  return files
    .filter(({ kind, state }) => kind === "photo" && state === "checked")
    .map((file) => viewOf(file, fail) as PhotoView);
}

function viewOf(file: ReportFile, fail: (error: unknown) => void): ClipView | PhotoView {
  const view = views.get(file.id) ?? (file.kind === "clip" ? clipView(file, fail) : photoView(file, fail));
  views.set(file.id, view);
  return view;
}

/** Ends every looking: whoever leaves takes what was shown with them. */
export function closeViews(): void {
  for (const view of views.values()) view.close();
  views.clear();
}
