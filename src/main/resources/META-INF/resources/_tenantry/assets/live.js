// What the server tells of its own accord is followed while a page is looked at: hidden, it asks for nothing. Seen again, it reads itself anew, since
// whoever begins to follow is told everything.
(() => {
  class SeenSource {
    constructor(url) {
      this.url = url;
      this.listeners = [];
      document.addEventListener('visibilitychange', () => (document.hidden ? this.close() : this.open()));
      if (!document.hidden) this.open();
    }

    get readyState() {
      return this.source ? this.source.readyState : EventSource.CONNECTING;
    }

    open() {
      if (this.source) return;
      this.source = new EventSource(this.url);
      this.source.onopen = event => this.onopen && this.onopen(event);
      this.source.onerror = event => this.onerror && this.onerror(event);
      this.listeners.forEach(([name, listener]) => this.source.addEventListener(name, listener));
    }

    close() {
      if (this.source) this.source.close();
      this.source = null;
    }

    addEventListener(name, listener) {
      this.listeners.push([name, listener]);
      if (this.source) this.source.addEventListener(name, listener);
    }

    removeEventListener(name, listener) {
      this.listeners = this.listeners.filter(each => each[1] !== listener);
      if (this.source) this.source.removeEventListener(name, listener);
    }
  }

  htmx.createEventSource = url => new SeenSource(url);
})();
