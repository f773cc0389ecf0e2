// @ts-check
"use strict";
// Slate, the editor of Discord.
SchoolGuard.registerRichFamily("slate", "[data-slate-editor=true]");
