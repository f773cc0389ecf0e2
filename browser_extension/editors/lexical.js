// @ts-check
"use strict";
// Lexical, the editor of Facebook, Instagram and Threads.
SchoolGuard.registerRichFamily("lexical", "[data-lexical-editor=true]");
