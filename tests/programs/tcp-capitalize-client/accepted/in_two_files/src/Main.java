// The program begins here, and not in the file that is called like a client.
public class Main {
    public static void main(String[] args) throws Exception {
        new Cliente(args[0], Integer.parseInt(args[1])).run();
    }
}
