// @ts-check
"use strict";
{
  // How far a face is drawn beyond its box on every side: hair, ears and chin give a person away as well.
  const GROWN_BY = 0.3;
  // So few squares across a face that no likeness is left, then smoothed so that their edges carry nothing either.
  const SQUARES = 6;
  const JPEG_QUALITY = 0.92;

  /** The picture upright, as its EXIF says. @param {File} file @returns {Promise<ImageBitmap | null>} null: not decodable here */
  async function decode(file) {
    try {
      return await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  }

  /** @param {HTMLCanvasElement} canvas */
  function pencil(canvas) {
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser gives no 2d canvas");
    return context;
  }

  /** @param {number} width @param {number} height */
  function sheet(width, height) {
    return Object.assign(document.createElement("canvas"), { width, height });
  }

  /** @param {SchoolGuardRegion} face @param {number} width @param {number} height */
  function grown(face, width, height) {
    const x = (face.right - face.left) * GROWN_BY;
    const y = (face.bottom - face.top) * GROWN_BY;
    const left = Math.max(0, Math.floor(face.left - x));
    const top = Math.max(0, Math.floor(face.top - y));
    return {
      left,
      top,
      width: Math.min(width, Math.ceil(face.right + x)) - left,
      height: Math.min(height, Math.ceil(face.bottom + y)) - top,
    };
  }

  /** @param {CanvasRenderingContext2D} context @param {{left: number, top: number, width: number, height: number}} box */
  function cover(context, { left, top, width, height }) {
    if (width < 1 || height < 1) return;
    const square = Math.max(width, height) / SQUARES;
    let from = /** @type {HTMLCanvasElement} */ (context.canvas);
    let [x, y, w, h] = [left, top, width, height];
    const [columns, rows] = [Math.max(1, Math.round(width / square)), Math.max(1, Math.round(height / square))];
    // Halving step by step averages every pixel; one big step would pick a few of them.
    while (w > columns || h > rows) {
      const next = sheet(Math.max(columns, Math.ceil(w / 2)), Math.max(rows, Math.ceil(h / 2)));
      pencil(next).drawImage(from, x, y, w, h, 0, 0, next.width, next.height);
      [from, x, y, w, h] = [next, 0, 0, next.width, next.height];
    }
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    context.imageSmoothingEnabled = false;
    context.drawImage(from, 0, 0, w, h, left, top, width, height);
    context.filter = `blur(${Math.max(1, square / 2)}px)`;
    context.drawImage(context.canvas, left, top, width, height, left, top, width, height);
    context.restore();
  }

  /** @param {string} name @param {string} type */
  function renamed(name, type) {
    const stem = name.replace(/\.[^.]*$/, "") || "picture";
    return `${stem}-faces-blurred.${type === "image/png" ? "png" : "jpg"}`;
  }

  SchoolGuard.pictures = {
    /**
     * The picture with these faces covered: upright, without any of the old file's metadata, JPEG or (from PNG) PNG.
     * @param {File} file @param {SchoolGuardRegion[]} faces in pixels of the upright picture
     * @returns {Promise<File>} rejects with a plain Error where the browser cannot decode the file
     */
    async blurFaces(file, faces) {
      const bitmap = await decode(file);
      if (!bitmap) throw new Error("this browser cannot decode the picture");
      const canvas = sheet(bitmap.width, bitmap.height);
      const context = pencil(canvas);
      context.drawImage(bitmap, 0, 0);
      bitmap.close();
      for (const face of faces) cover(context, grown(face, canvas.width, canvas.height));
      const type = file.type === "image/png" ? "image/png" : "image/jpeg";
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, type, JPEG_QUALITY));
      if (!(blob instanceof Blob)) throw new Error("this browser cannot encode the picture");
      return new File([blob], renamed(file.name, type), { type });
    },

    async drawFaces(canvases, file, faces, size) {
      const bitmap = await decode(file);
      if (!bitmap) return false;
      const density = window.devicePixelRatio || 1;
      for (const [index, { left, top, right, bottom }] of faces.entries()) {
        const canvas = canvases[index];
        const side = Math.max(right - left, bottom - top) * (1 + 2 * GROWN_BY);
        const [x, y] = [(left + right - side) / 2, (top + bottom - side) / 2];
        canvas.width = canvas.height = Math.round(size * density);
        canvas.style.width = `${size}px`;
        pencil(canvas).drawImage(bitmap, x, y, side, side, 0, 0, canvas.width, canvas.height);
      }
      bitmap.close();
      return true;
    },

    async draw(canvas, file, regions, width) {
      const bitmap = await decode(file);
      if (!bitmap) return false;
      const scale = Math.min(1, width / bitmap.width);
      const density = window.devicePixelRatio || 1;
      canvas.width = Math.round(bitmap.width * scale * density);
      canvas.height = Math.round(bitmap.height * scale * density);
      canvas.style.width = `${Math.round(bitmap.width * scale)}px`;
      const context = pencil(canvas);
      context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      bitmap.close();
      for (const { left, top, right, bottom } of regions) {
        const k = scale * density;
        for (const [colour, line] of /** @type {const} */ ([
          ["#fff", 4],
          ["#1d5fb8", 2],
        ])) {
          context.strokeStyle = colour;
          context.lineWidth = line * density;
          context.strokeRect(left * k, top * k, (right - left) * k, (bottom - top) * k);
        }
      }
      return true;
    },
  };
}
