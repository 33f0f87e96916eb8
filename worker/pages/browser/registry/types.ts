import type * as z from "zod";
import type {
  CentreListSchema,
  IssuedSchema,
  ListPlanSchema,
  OfficeHistorySchema,
  PeopleSchema,
  RegistrySchema,
} from "../../../../shared/wire/registry.ts";
import type { Session } from "../api.ts";

export type Registry = z.infer<typeof RegistrySchema>;
export type OfficeHistory = z.infer<typeof OfficeHistorySchema>;
export type ListPlan = z.infer<typeof ListPlanSchema>;
export type CentreList = z.infer<typeof CentreListSchema>;
export type People = z.infer<typeof PeopleSchema>;
export type Issued = z.infer<typeof IssuedSchema>;

/** Who looks at which province, and how the page is drawn anew. */
export interface Here {
  session: Session;
  province: string;
  redraw(): Promise<void>;
}
