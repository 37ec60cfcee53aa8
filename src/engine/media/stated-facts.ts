import type { Input, InputAudioTrack, InputVideoTrack, VideoCodec } from 'mediabunny';
import type { ColourFacts, VideoFacts } from '#core/media/asset.ts';

/** What the headers of a clip say that nothing but people ask for. */
export type StatedFacts = Pick<VideoFacts, 'colour' | 'sound' | 'bitRate'>;

interface ClipTracks {
  readonly input: Input;
  readonly video: InputVideoTrack;
  readonly audio: InputAudioTrack | null;
}

/** @param bytes size of the file. */
export async function statedFacts({ input, video, audio }: ClipTracks, bytes: number): Promise<StatedFacts> {
  const starts = await Promise.all([video, audio].map((track) => track?.getFirstTimestamp()));
  const start = Math.min(...starts.filter((time) => time !== undefined).map((time) => Math.max(0, time)));
  const length = (await input.computeDuration()) - start;
  return {
    colour: colourFacts(await video.getColorSpace(), await video.getCodec()),
    ...(length > 0 ? { bitRate: (bytes * 8) / length } : {}),
    ...(await soundFacts(audio)),
  };
}

function colourFacts(
  { primaries, transfer, matrix, fullRange }: VideoColorSpaceInit,
  codec: VideoCodec | null,
): ColourFacts {
  const named = { primaries: primaries ?? null, transfer: transfer ?? null, matrix: matrix ?? null };
  // H.264 that says nothing has the limited range by its standard (E.2.1), and the reader gives that as said.
  const saysNothing = codec === 'avc' && Object.values(named).every((name) => name === null) && !fullRange;
  return { ...named, fullRange: saysNothing ? null : (fullRange ?? null) };
}

/** Nothing where the file's figures make no sense: a clip is not refused for them. */
async function soundFacts(track: InputAudioTrack | null): Promise<Pick<VideoFacts, 'sound'>> {
  if (!track) return { sound: null };
  const sampleRate = await track.getSampleRate();
  const channels = await track.getNumberOfChannels();
  if (!(sampleRate > 0 && channels > 0)) return {};
  return { sound: { codec: (await track.getCodec()) ?? 'unknown', sampleRate, channels } };
}
