import type { CoursePicture } from '../api/types.ts';

interface Props {
  picture: CoursePicture;
  alt: string;
  /** As of the `sizes` attribute: how wide it stands on the page. */
  sizes: string;
  className?: string;
  /** Its addresses may have ended: time to ask for new ones. */
  onLost?: () => void;
}

/** A picture in the size that fits the screen; its place is kept while it loads. */
export function CoursePictureView({ picture, alt, sizes, className, onLost }: Props) {
  const largest = picture.sizes.at(-1);
  if (!largest) return null;
  return (
    <img src={largest.url} srcSet={picture.sizes.map((size) => `${size.url} ${size.width}w`).join(', ')} sizes={sizes} alt={alt} width={picture.width} height={picture.height}
      loading="lazy" decoding="async" onError={onLost} className={className ?? 'h-auto w-full rounded-md'} />
  );
}
