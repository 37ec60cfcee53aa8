import type { Messages } from '../words.ts';

export const tourWords: Messages = {
  Tour: 'Recorrido',
  'This is your video': 'Este es tu vídeo',
  'It plays here as it will be exported, with every change at once.':
    'Aquí se reproduce tal como se exportará, con cada cambio al instante.',
  'Cuts fall on the beat': 'Los cortes caen en el pulso',
  'Drag a shot to another place, or its edge to another beat. Right-click or hold it for more.':
    'Arrastra una toma a otro lugar, o su borde a otro pulso. Haz clic derecho o mantenla pulsada para más.',
  'Give it a look': 'Dale un aspecto',
  'Style, frame, text hook, captions and sound are here. Whatever you try can be undone.':
    'Aquí están el estilo, el marco, el texto gancho, los subtítulos y el sonido. Todo lo que pruebes se puede deshacer.',
  'Make it yours': 'Hazlo tuyo',
  'This is the sample. Drop photos, clips and a song of your own anywhere on the page.':
    'Esta es la muestra. Suelta tus fotos, clips y una canción en cualquier parte de la página.',
  'Export it': 'Expórtalo',
  'The video is made on this device, and you can go on editing meanwhile.':
    'El vídeo se hace en este dispositivo y mientras tanto puedes seguir editando.',
  'Skip the tour': 'Saltar el recorrido',
  Next: 'Siguiente',
};
