// The colours that were chosen before, set before anything is drawn.
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? 'auto';
