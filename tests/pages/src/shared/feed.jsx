import { useEffect, useState } from "react";
import { onPosted } from "./recorder.js";

/** Posts accepted by the site, newest first. */
export function usePosted() {
  const [posted, setPosted] = useState([]);
  useEffect(() => onPosted((post) => setPosted((before) => [post, ...before])), []);
  return posted;
}

/** Object URLs of files, made once for each and given back when it goes. @param {File[]} files */
export function useObjectUrls(files) {
  const [urls, setUrls] = useState(() => new Map());
  useEffect(() => {
    setUrls((before) => {
      const after = new Map();
      for (const file of files) after.set(file, before.get(file) ?? URL.createObjectURL(file));
      for (const [file, url] of before) if (!after.has(file)) URL.revokeObjectURL(url);
      return after;
    });
  }, [files]);
  return urls;
}

/** @param {FileList | null | undefined} list */
export const picturesOf = (list) => Array.from(list ?? []).filter((file) => /^(image|video)\//.test(file.type));
