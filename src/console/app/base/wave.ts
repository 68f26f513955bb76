/** What a recording sounds like, as the highest amplitude of each slice of time. */
export interface Wave {
  seconds: number;
  /** One list for each channel, values from 0 to 1. */
  peaks: Float32Array[];
}

const RIFF = 0x46464952;
const DATA = 0x61746164;
const FORMAT = 0x20746d66;

/** Reads a RIFF WAVE file of linear PCM with 16 bits; fails on any other. */
export function readWave(bytes: ArrayBuffer, slices: number): Wave {
  const view = new DataView(bytes);
  if (bytes.byteLength < 44 || view.getUint32(0, true) !== RIFF) throw new Error("The recording is no WAV file.");
  let channels = 1;
  let rate = 8_000;
  for (let at = 12; at + 8 <= bytes.byteLength; at += 8 + view.getUint32(at + 4, true)) {
    const kind = view.getUint32(at, true);
    if (kind === FORMAT) {
      channels = view.getUint16(at + 10, true);
      rate = view.getUint32(at + 12, true);
    } else if (kind === DATA) {
      const length = Math.min(view.getUint32(at + 4, true), bytes.byteLength - at - 8);
      return peaksOf(new Int16Array(bytes, at + 8, length >> 1), channels, rate, slices);
    }
  }
  throw new Error("The recording holds no sound.");
}

function peaksOf(samples: Int16Array, channels: number, rate: number, slices: number): Wave {
  const frames = Math.floor(samples.length / channels);
  const peaks = Array.from({ length: channels }, () => new Float32Array(slices));
  for (let frame = 0; frame < frames; frame++) {
    const slice = Math.min(slices - 1, Math.floor((frame * slices) / frames));
    for (let channel = 0; channel < channels; channel++) {
      const value = Math.abs(samples[frame * channels + channel] ?? 0) / 32_768;
      const peak = peaks[channel];
      if (peak && value > (peak[slice] ?? 0)) peak[slice] = value;
    }
  }
  return { seconds: frames / rate, peaks };
}
