// @ts-check
"use strict";
// Quill, the editor of LinkedIn; its dialog lives in a shadow root, where writing.js types before it pastes.
SchoolGuard.registerRichFamily("quill", ".ql-editor");
