package nl.landingsbaan.platform.task;

/** Something else has to be done before this task can be completed; nothing was stored. */
public class TaskNotReady extends RuntimeException {

    private final String page;

    /**
     * @param message what has to be done, for the professional
     * @param page the page of the dossier where that is done
     */
    public TaskNotReady(String message, String page) {
        super(message);
        this.page = page;
    }

    public String page() {
        return page;
    }
}
