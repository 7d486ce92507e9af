// @bench group=kit label="tencent-error-kit/styles.css"
import "tencent-error-kit/styles.css";
