// @bench group=visible label="tencent-error-kit with joinNotifications()"
import { joinNotifications } from "tencent-error-kit/query";
export { storm as create } from "../../lib/kit.jsx";
joinNotifications();
