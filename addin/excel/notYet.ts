/** Microsoft's library, when it could be loaded. */
declare const Office: { onReady(): Promise<unknown> } | undefined;

// Excel takes a page that never answers for a broken add-in; this one has nothing more to say to Excel yet.
if (typeof Office !== "undefined") void Office.onReady();
