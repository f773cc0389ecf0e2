// @ts-check
"use strict";
{
  /** Small things about files: which of them are looked at, and their digests. */

  const PICTURE_NAME = /\.(?:jpe?g|png|gif|webp|avif|bmp|tiff?|heic|heif|mp4|m4v|mov|webm)$/i;
  /** What the service takes. */
  const LARGEST = 40_000_000;

  SchoolGuard.files = {
    LARGEST,

    /** Some systems give HEIC no type at all. @param {File} file */
    isPicture: (file) => /^(?:image|video)\//.test(file.type) || (file.type === "" && PICTURE_NAME.test(file.name)),

    /**
     * SHA-256 as hex. Of a file that is too large to send only its beginning and size count: it is never looked at, and
     * the digest only tells it from another one.
     * @param {File} file @returns {Promise<string>}
     */
    async digest(file) {
      const whole = file.size <= LARGEST ? file : new Blob([file.slice(0, 1024 * 1024), String(file.size), file.name]);
      const bytes = await crypto.subtle.digest("SHA-256", await whole.arrayBuffer());
      return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    },

    /** Offer a file as a download, when the page would not take it back. @param {File} file */
    save(file) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    },

    /** Let somebody choose a picture. Must be called from a press. @returns {Promise<File | null>} */
    choose() {
      const input = document.createElement("input");
      input.type = "file";
      input.accept = "image/*";
      return new Promise((resolve) => {
        input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
        input.addEventListener("cancel", () => resolve(null));
        input.click();
      });
    },
  };
}
