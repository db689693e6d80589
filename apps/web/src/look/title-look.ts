/** Of a title that leads somewhere: ink until the pointer is there. */
import styles from './title-look.module.css';

export const titleLook = () => ({ className: styles.title });
