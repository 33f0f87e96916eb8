import { application, runtime } from "./application.ts";
import { addinInternalService, appRuntimeService } from "./appRuntime.ts";
import { comment, commentCollection, commentReply, commentReplyCollection } from "./comments.ts";
import { conditionalFormat, conditionalFormatCollection } from "./conditionalFormats.ts";
import {
  conditionalFormatRule,
  conditionalRangeBorder,
  conditionalRangeBorderCollection,
  conditionalRangeFill,
  conditionalRangeFont,
  conditionalRangeFormat,
  customConditionalFormat,
} from "./conditionalLooks.ts";
import { dataValidation } from "./dataValidation.ts";
import type { AnyModel } from "./model.ts";
import { namedItem, namedItemCollection } from "./names.ts";
import { range } from "./range.ts";
import { rangeAreas, rangeCollection } from "./rangeAreas.ts";
import { rangeFill, rangeFont, rangeFormat } from "./rangeFormat.ts";
import { setting, settingCollection } from "./settings.ts";
import { workbook } from "./workbook.ts";
import { worksheet, worksheetProtection } from "./worksheet.ts";
import { worksheetCollection } from "./worksheets.ts";

/** Every class that is modelled, by Microsoft's name for it. */
export const MODELS: Record<string, AnyModel> = {
  AddinInternalService: addinInternalService,
  AppRuntimeService: appRuntimeService,
  Application: application,
  Comment: comment,
  CommentCollection: commentCollection,
  CommentReply: commentReply,
  CommentReplyCollection: commentReplyCollection,
  ConditionalFormat: conditionalFormat,
  ConditionalFormatCollection: conditionalFormatCollection,
  ConditionalFormatRule: conditionalFormatRule,
  ConditionalRangeBorder: conditionalRangeBorder,
  ConditionalRangeBorderCollection: conditionalRangeBorderCollection,
  ConditionalRangeFill: conditionalRangeFill,
  ConditionalRangeFont: conditionalRangeFont,
  ConditionalRangeFormat: conditionalRangeFormat,
  CustomConditionalFormat: customConditionalFormat,
  DataValidation: dataValidation,
  NamedItem: namedItem,
  NamedItemCollection: namedItemCollection,
  Range: range,
  RangeAreas: rangeAreas,
  RangeCollection: rangeCollection,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeFormat: rangeFormat,
  Runtime: runtime,
  Setting: setting,
  SettingCollection: settingCollection,
  Workbook: workbook,
  Worksheet: worksheet,
  WorksheetCollection: worksheetCollection,
  WorksheetProtection: worksheetProtection,
};
