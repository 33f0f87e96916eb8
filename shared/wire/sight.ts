import * as z from "zod";

/**
 * `version`, where given, is the one that was looked at: a newer one is not acted on unseen. `seen`, where given, is the newest
 * decision the caller knew of (`Review.seen`): what somebody decided meanwhile is not overturned unseen.
 */
export const Sight = { version: z.int().min(1).optional(), seen: z.int().min(0).optional() };
