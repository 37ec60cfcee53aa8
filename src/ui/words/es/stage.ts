import type { Messages } from '../words.ts';

export const stageWords: Messages = {
  'Drop photos, clips and a song': 'Suelta fotos, clips y una canción',
  'They become a golden-frame video. Nothing leaves this device.':
    'Se convierten en un vídeo con marco dorado. Nada sale de este dispositivo.',
  'Opening the sample': 'Abriendo el ejemplo',
  'Try the sample': 'Probar el ejemplo',
  'The sample is open': 'El ejemplo está abierto',
  'Point to keep in view, on the video': 'Punto que debe quedar a la vista, en el vídeo',
  'Drag it onto what has to stay in view': 'Arrástralo a lo que debe quedar a la vista',
  "The bright part stays free of {0}'s buttons": 'La parte clara queda libre de los botones de {0}',
  'Guides of {0}': 'Guías de {0}',
  'Guides of the apps': 'Guías de las apps',
  'No guides': 'Sin guías',
  'The apps cover 9:16 videos alone.': 'Las apps solo cubren los vídeos 9:16.',
  Preview: 'Vista previa',
  'The preview stopped.': 'La vista previa se detuvo.',
  'Restart preview': 'Reiniciar la vista previa',
  'Preparing the preview': 'Preparando la vista previa',
  'Turn sound on': 'Activar el sonido',
  Position: 'Posición',
  'Video preview': 'Vista previa del vídeo',
  'Show me around': 'Enséñame el estudio',
};
