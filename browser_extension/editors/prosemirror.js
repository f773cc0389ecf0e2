// @ts-check
"use strict";
// ProseMirror and Tiptap, the editor of Bluesky.
SchoolGuard.registerRichFamily("prosemirror", ".ProseMirror");
