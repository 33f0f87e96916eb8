import { areaText, oneCell } from "../book/area.ts";
import type { Book, Span } from "../book/book.ts";
import type { Comment, Reply, Sheet } from "../book/sheet.ts";
import { HostError } from "../errors.ts";
import type { Json } from "../wireTypes.ts";
import { spanAt, textAt, wholeAt } from "./arguments.ts";
import { type Argument, type Live, live, type Model } from "./model.ts";
import { areaOfSpan, rangeAt } from "./spans.ts";
import { cellText } from "./worksheet.ts";

/** Comments of the whole book, or of one sheet. */
interface Scope {
  book: Book;
  sheet?: Sheet;
}

interface CommentAt {
  sheet: Sheet;
  comment: Comment;
}

interface ReplyAt extends CommentAt {
  reply: Reply;
}

export const commentCollection: Model<Scope> = {
  objects: {
    // One comment for a cell: a second one, or one on a cell with an old note, is an error (office-js#1416; which code is not documented).
    Add: (scope, args) => {
      const { sheet, row, col } = cellOf(scope, args);
      const cell = oneCell(row, col);
      const taken = [...sheet.state.comments, ...sheet.state.notes].some((other) => same(other.cell, cell));
      if (taken) throw new HostError("InvalidOperation");
      mayComment(sheet);
      const { book } = scope;
      const content = contentAt(args, 1);
      const comment = { id: book.newId(), author: book.author, content, cell, replies: [], resolved: false };
      sheet.state.comments = [...sheet.state.comments, comment];
      return commentAt(sheet, comment);
    },
    GetItemAt: (scope, args) => found(commentsIn(scope)[wholeAt(args, 0)]),
    // A cell without a comment is ItemNotFound (office-js#1416).
    GetItemByCell: (scope, args) => {
      const { sheet, row, col } = cellOf(scope, args);
      return found(commentsIn(scope).find((at) => at.sheet === sheet && same(at.comment.cell, oneCell(row, col))));
    },
    GetItemOrNullObject: (scope, args) => {
      const at = commentsIn(scope).find(({ comment }) => comment.id === textAt(args, 0));
      return at === undefined ? null : commentAt(at.sheet, at.comment);
    },
  },
  methods: {
    GetCount: (scope) => commentsIn(scope).length,
  },
  item: (scope, args) => found(commentsIn(scope).find(({ comment }) => comment.id === textAt(args, 0))),
  items: (scope) => commentsIn(scope).map(({ sheet, comment }) => commentAt(sheet, comment)),
};

export const comment: Model<CommentAt> = {
  identity: ({ comment: { id } }) => ({ Id: id }),
  scalars: {
    AuthorName: ({ comment: { author } }) => author,
    Content: ({ comment: { content } }) => content,
    Id: ({ comment: { id } }) => id,
    Resolved: ({ comment: { resolved } }) => resolved,
  },
  setters: {
    Content: (at, value) => replace(at, { content: text(value) }),
    Resolved: (at, value) => replace(at, { resolved: value === true }),
  },
  navigation: {
    Replies: (at) => live("CommentReplyCollection", at),
  },
  objects: {
    GetLocation: ({ sheet, comment: { cell } }) => rangeAt(sheet, cell),
  },
  methods: {
    Delete: ({ sheet, comment: gone }) => {
      mayComment(sheet);
      sheet.state.comments = sheet.state.comments.filter((other) => other.id !== gone.id);
      return null;
    },
  },
};

export const commentReplyCollection: Model<CommentAt> = {
  methods: {
    GetCount: ({ comment: { replies } }) => replies.length,
  },
  objects: {
    GetItemAt: (at, args) => {
      const reply = at.comment.replies[wholeAt(args, 0)];
      if (reply === undefined) throw new HostError("ItemNotFound");
      return live("CommentReply", { ...at, reply });
    },
  },
  item: (at, args) => {
    const reply = at.comment.replies.find(({ id }) => id === textAt(args, 0));
    if (reply === undefined) throw new HostError("ItemNotFound");
    return live("CommentReply", { ...at, reply });
  },
  items: (at) => at.comment.replies.map((reply) => live("CommentReply", { ...at, reply })),
};

export const commentReply: Model<ReplyAt> = {
  identity: ({ reply: { id } }) => ({ Id: id }),
  scalars: {
    AuthorName: ({ reply: { author } }) => author,
    Content: ({ reply: { content } }) => content,
    Id: ({ reply: { id } }) => id,
  },
};

function commentsIn({ book, sheet }: Scope): CommentAt[] {
  const sheets = sheet === undefined ? book.sheets : [sheet];
  return sheets.flatMap((one) => one.state.comments.map((each) => ({ sheet: one, comment: each })));
}

function commentAt(sheet: Sheet, each: Comment): Live<CommentAt> {
  return live("Comment", { sheet, comment: each });
}

function found(at: CommentAt | undefined): Live {
  if (at === undefined) throw new HostError("ItemNotFound");
  return commentAt(at.sheet, at.comment);
}

/** A Range of one cell, or an address: with its sheet's name for the book's comments. Throws HostError InvalidArgument. */
function cellOf({ book, sheet }: Scope, args: Argument[]): { sheet: Sheet; row: number; col: number } {
  const span: Span | null = spanAt(args, 0);
  if (span !== null) {
    const { top, left, bottom, right } = areaOfSpan(span);
    if (top !== bottom || left !== right) throw new HostError("InvalidArgument");
    return { sheet: span.sheet, row: top, col: left };
  }
  const { sheet: name, row, col } = cellText(textAt(args, 0));
  const named = name === null ? (sheet ?? null) : book.find(name);
  if (named === null) throw new HostError("InvalidArgument");
  return { sheet: named, row, col };
}

/** Plain text; mentions are not modelled. */
function contentAt(args: Argument[], at: number): string {
  const given = args[at] ?? null;
  if (args[at + 1] !== null && args[at + 1] !== undefined && args[at + 1] !== "Plain") {
    throw new HostError("InvalidArgument");
  }
  return text(given as Json);
}

function text(value: Json): string {
  if (typeof value !== "string" || value === "") throw new HostError("InvalidArgument");
  return value;
}

function replace({ sheet, comment: old }: CommentAt, change: Partial<Comment>): void {
  mayComment(sheet);
  sheet.state.comments = sheet.state.comments.map((each) => (each.id === old.id ? { ...each, ...change } : each));
}

/** Comments are objects to a protected sheet. */
function mayComment(sheet: Sheet): void {
  const { on, allowEditObjects } = sheet.state.protection;
  if (on && !allowEditObjects) throw new HostError("AccessDenied");
}

function same(a: Parameters<typeof areaText>[0], b: Parameters<typeof areaText>[0]): boolean {
  return areaText(a) === areaText(b);
}
