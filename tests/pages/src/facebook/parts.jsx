import { useObjectUrls } from "../shared/feed.jsx";
import { label } from "./account.js";

/** A press on Facebook is a div with a role: disabled by aria only, and Enter or Space on it press it. */
export function Press({ onPress, disabled = false, children, ...rest }) {
  const press = () => {
    if (!disabled) onPress?.();
  };
  return (
    <div
      role="button"
      tabIndex={disabled ? -1 : 0}
      aria-disabled={disabled ? "true" : undefined}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press();
      }}
      {...rest}
    >
      {children}
    </div>
  );
}

export function Preview({ files, onRemove }) {
  const urls = useObjectUrls(files);
  if (files.length === 0) return null;
  return (
    <div className="preview">
      {files.map((file, index) =>
        file.type.startsWith("video/") ? <video key={index} src={urls.get(file)} /> : <img key={index} alt="" src={urls.get(file)} />,
      )}
      <Press aria-label={label("remove")} className="remove" onPress={onRemove}>
        <i aria-hidden="true">×</i>
      </Press>
    </div>
  );
}
