// @ts-check
"use strict";
// Draft.js, the editor of X.
SchoolGuard.registerRichFamily("draft", ".public-DraftEditor-content");
