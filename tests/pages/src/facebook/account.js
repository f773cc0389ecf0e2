import { option } from "../shared/recorder.js";

const ACCOUNTS = {
  personal: { name: "Sam Patel", first: "Sam", userId: "100000000000001", accountId: "100000000000001" },
  official: { name: "Oakfield Academy", first: "Oakfield Academy", userId: "100000000000001", accountId: "100000000000002" },
};

/** Who is acting; ?account=official acts as the school's page. */
export const account = ACCOUNTS[option("account", "personal")];

const EN = {
  open: "What's on your mind, {name}?", region: "Create a post", dialog: "Create post", post: "Post", next: "Next", settings: "Post settings",
  photo: "Photo/video", remove: "Remove post attachment", comment: "Comment as {name}", commentButton: "Comment", close: "Close",
  privacy: "Edit privacy. Sharing with Public. ",
};
const LABELS = {
  en: EN,
  vi: { ...EN, open: "{name} ơi, bạn đang nghĩ gì thế?", region: "Tạo bài viết", dialog: "Tạo bài viết", post: "Đăng", next: "Tiếp", settings: "Cài đặt bài viết",
    photo: "Ảnh/video", remove: "Gỡ file đính kèm của bài viết", comment: "Bình luận dưới tên {name}", commentButton: "Bình luận", close: "Đóng", privacy: "Chỉnh sửa quyền riêng tư. " },
  th: { ...EN, open: "คุณกำลังคิดอะไรอยู่ {name}", region: "สร้างโพสต์", dialog: "สร้างโพสต์", post: "โพสต์", next: "ถัดไป", settings: "การตั้งค่าโพสต์",
    photo: "รูปภาพ/วิดีโอ", remove: "ลบไฟล์แนบของโพสต์", comment: "แสดงความคิดเห็นในชื่อ {name}", commentButton: "แสดงความคิดเห็น", close: "ปิด", privacy: "แก้ไขความเป็นส่วนตัว " },
  "zh-TW": { ...EN, open: "{name},在想些什麼?", region: "建立貼文", dialog: "建立貼文", post: "發佈", next: "繼續", settings: "貼文設定",
    photo: "相片/影片", remove: "移除貼文附件", comment: "以 {name} 的身分留言", commentButton: "留言", close: "關閉", privacy: "編輯隱私設定。" },
};

/** @param {keyof typeof EN} key */
export const label = (key) => LABELS[option("lang", "en")][key].replace("{name}", key === "open" ? account.first : account.name);
