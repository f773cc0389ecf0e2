// @ts-check
"use strict";
// What a control that publishes is called, as a whole name, in lower case. Data only.
SchoolGuard.publishWords = new Set(
  (
    "post|post all|post now|publish|publish now|share|share now|send|comment|reply|tweet|toot|publish post|publish posts|" +
    "publish reply|publish replies|post reply|post comment|add comment|submit|submit post|create post|schedule|schedule post|" +
    "add to calendar|update|update post|save|share to story|post to snapchat|done|" +
    "postio|cyhoeddi|anfon|ateb|rhannu|sylw|" +
    "publier|partager|envoyer|répondre|commenter|" +
    "posten|veröffentlichen|senden|absenden|teilen|kommentieren|antworten|beitrag|" +
    "publicar|compartir|enviar|comentar|responder|" +
    "pubblica|invia|condividi|commenta|rispondi|" +
    "partilhar|compartilhar|postar|" +
    "plaatsen|verzenden|delen|reageren|" +
    "opublikuj|wyślij|udostępnij|odpowiedz|skomentuj|" +
    "postează|trimite|publică|küldés|közzététel|selesai|đăng|gửi|skelbti|опублікувати|опубликовать|" +
    "bình luận|แสดงความคิดเห็น|评论|留言|コメントする|コメント|댓글|게시|تعليق|टिप्पणी करें|" +
    "发布|发帖|发送|分享|發佈|投稿|ポスト|โพสต์|پوسٹ کریں|نشر|ਪੋਸਟ ਕਰੋ|পোস্ট|પોસ્ટ"
  ).split("|"),
);
// What a control is called that sends a form too, and publishes nothing of it.
SchoolGuard.keepWords = new Set(
  (
    "preview|preview post|preview reply|preview comment|preview changes|save draft|save as draft|search|" +
    "rhagolwg|cadw drafft|chwilio|" +
    "aperçu|prévisualiser|enregistrer le brouillon|rechercher|" +
    "vorschau|entwurf speichern|als entwurf speichern|suche|suchen|" +
    "vista previa|previsualizar|guardar borrador|buscar|" +
    "anteprima|salva bozza|cerca|" +
    "pré-visualizar|visualizar|salvar rascunho|guardar rascunho|pesquisar|" +
    "voorbeeld|concept opslaan|zoeken|" +
    "podgląd|zapisz szkic|szukaj"
  ).split("|"),
);
