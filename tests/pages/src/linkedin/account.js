import { option } from "../shared/recorder.js";

const ACCOUNTS = { personal: "Sam Patel", official: "Oakfield Academy" };

/** Who is posting; ?account=official posts as the school's page. */
export const author = ACCOUNTS[option("account", "personal")];

const EN = {
  start: "Start a post", editor: "Text editor for creating content", placeholder: "What do you want to talk about?", anyone: "Post to Anyone",
  media: "Add media", next: "Next", post: "Post", remove: "Remove media", edit: "Edit media preview", dismiss: "Dismiss",
};
const LABELS = {
  en: EN,
  de: { ...EN, start: "Beitrag beginnen", editor: "Texteditor zum Erstellen von Inhalten", placeholder: "Worüber möchten Sie sprechen?", anyone: "Für alle sichtbar",
    media: "Medien hinzufügen", next: "Weiter", post: "Posten", remove: "Medien entfernen", edit: "Medienvorschau bearbeiten", dismiss: "Verwerfen" },
  fr: { ...EN, start: "Commencer un post", editor: "Éditeur de texte pour créer du contenu", placeholder: "De quoi souhaitez-vous discuter ?", anyone: "Visible par tous",
    media: "Ajouter un média", next: "Suivant", post: "Publier", remove: "Supprimer le média", edit: "Modifier l’aperçu du média", dismiss: "Ignorer" },
};
export const labels = LABELS[option("lang", "en")];
