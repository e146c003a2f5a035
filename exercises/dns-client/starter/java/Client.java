// DNS client
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;

public class Client {
    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("usage: java Client HOST PORT NAME");
            System.exit(1);
        }

        String host = "";  // fill in: the address of the server, from the first argument (args[0])
        int port = 0;      // fill in: the port of the server, from the second argument, as a number
        String name = "";  // fill in: the name, from the third argument

        if (port == 0) {
            System.err.println("Fill in the host, the port and the name first.");
            System.exit(1);
        }

        // writeShort() writes two bytes, the highest first.
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(1);       // fill in: another id for each question
        out.writeShort(0x0100);  // flags
        out.writeShort(1);       // questions
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(0);
        // fill in: for each label of the name its length in one byte and its letters (writeBytes()), then a byte 0
        // fill in: the type 1 and the class 1, two bytes each
        byte[] question = bytes.toByteArray();

        DatagramSocket socket = new DatagramSocket();
        // fill in: a time limit of two seconds (setSoTimeout()), and a loop that asks again when nothing has come
        socket.send(new DatagramPacket(question, question.length, InetAddress.getByName(host), port));
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        socket.receive(packet);

        // A ByteBuffer reads numbers with the highest byte first: getShort(), getInt(), get().
        ByteBuffer answer = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        // fill in: is it the answer to this question? Does it say that there is no such name?
        // fill in: go over the question, then from record to record; print the addresses
        System.out.println(answer.remaining() + " bytes have come about " + name);
        socket.close();
    }
}
